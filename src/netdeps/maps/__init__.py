"""Interactive maps: one HTML file that holds everything and loads nothing."""

from netdeps.maps.emphasis import Highlight
from netdeps.maps.frame import Frame
from netdeps.maps.measuring import Analysis, Measure
from netdeps.maps.networks import MapNetwork
from netdeps.maps.view import Map
from netdeps.model import View

__all__ = ["Analysis", "Frame", "Highlight", "Map", "MapNetwork", "Measure", "View"]
