"""Hypothesis profiles: pick one with ``--hypothesis-profile`` or the environment variable ``HYPOTHESIS_PROFILE``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_SLOW_TO_DRAW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("dev", max_examples=40, deadline=None, suppress_health_check=_SLOW_TO_DRAW)
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=60, derandomize=True, print_blob=True)
settings.register_profile("thorough", parent=settings.get_profile("dev"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
