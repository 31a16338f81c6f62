"""How sure a finding is: more than chance, whoever was silent, without one voice, if misheard.

Every function takes a network and any measure, also one of your own. What comes out shows whose
word weighs how much, and is for the facilitator alone; only the permutation tests say nothing of
any speaker.
"""

from netdeps.inference.chances import Chance, chance_above
from netdeps.inference.direction_flips import direction_flips
from netdeps.inference.looking import Measure
from netdeps.inference.permutation import kind_permutation
from netdeps.inference.permuted import Permutation
from netdeps.inference.stability import RankStability, rank_stability
from netdeps.inference.standing import Standing, would_stand
from netdeps.inference.voices import OneVoice, leave_one_speaker_out

__all__ = [
    "Chance",
    "Measure",
    "OneVoice",
    "Permutation",
    "RankStability",
    "Standing",
    "chance_above",
    "direction_flips",
    "kind_permutation",
    "leave_one_speaker_out",
    "rank_stability",
    "would_stand",
]
