#!/usr/bin/env bash
# e2e_test.sh TANJID TANJI: a user's whole story with the real programs, from nothing to proofs that
# hold offline and a node that survives kill -9. Ends at the first thing that is not as expected and
# says what was. See README.md.
TANJID=$(realpath "$1") TANJI=$(realpath "$2")
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$HERE/lib.sh"
for part in begin members evidence products footprints verification labels governance proofs faults; do source "$HERE/story_$part.sh"; done

story_begin
story_members
story_evidence
story_products
story_footprints
story_verification
story_labels
story_governance
story_proofs
story_faults
printf '\n%s checks, all as expected\n' "$CHECKS"
