"""Generated files that steer esdkit: each is read, or refused as the user's error, in bounded memory and, with ``make fuzz``, time.

A sample runs with all tests, 50,000 files with ``make fuzz``.
"""

from __future__ import annotations

import random
import resource
import time
from pathlib import Path

import click
import pytest

from esdkit.errors import UsageError, VectorError
from esdkit.spec import LIMITS
from tests.property.steering import FORMS

SAMPLE, MANY, SHARDS = 150, 834, 10  # files of a form in a shard; ten shards of six forms are 50,000
SECONDS, KILOBYTES = LIMITS["steering_file_time"], LIMITS["steering_file_memory"] >> 10

ALL = [pytest.param(0, SAMPLE, id="sample"), *(pytest.param(shard, MANY, marks=pytest.mark.fuzz) for shard in range(1, SHARDS + 1))]


@pytest.mark.parametrize(("shard", "count"), ALL)
@pytest.mark.parametrize("form", FORMS)
def test_generated_file_is_read_or_refused_as_the_users_error(tmp_path: Path, form: str, shard: int, count: int) -> None:
    outcomes = {"read": 0, "refused": 0}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(count):
        started = time.process_time()
        try:
            FORMS[form](random.Random(f"{shard}-{number}"), tmp_path)
        except (UsageError, VectorError, click.UsageError) as error:
            outcomes["refused"] += 1
            assert len(str(error).splitlines()) == 1, number
        except OSError as error:
            assert error.filename is not None, number  # a file that is not there, said with its name
            outcomes["refused"] += 1
        except Exception as error:
            raise AssertionError(f"{form} {shard}-{number}") from error
        else:
            outcomes["read"] += 1
        assert shard == 0 or time.process_time() - started < SECONDS, number  # only `make fuzz` looks at a clock
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KILOBYTES
    assert min(outcomes.values()) > count // 50, outcomes
