"""Lines that a site repeats across its pages: counted by :class:`Counts`, kept in files, looked up in :class:`Profiles`.

:class:`Counts` needs sqlite3 and is imported from :mod:`newsclean.profiles.counts`, by those who learn.
"""

from newsclean.profiles.profile import Profile, Profiles
from newsclean.profiles.site import site_of

__all__ = ["Profile", "Profiles", "site_of"]
