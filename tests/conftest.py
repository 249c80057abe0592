"""How hypothesis searches: the same cases on every run of CI, no time limit on a busy machine."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "planversion",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("planversion")
