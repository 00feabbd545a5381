# SPDX-License-Identifier: MIT
"""The one deadline of all tests. It only turns a hang into a failure: nothing that goes on takes as
long, on whatever machine and beside whatever else it runs."""
SECONDS = 300
