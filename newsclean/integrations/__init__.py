"""newsclean as a step of other programs. Each module needs the package that it is named after."""
