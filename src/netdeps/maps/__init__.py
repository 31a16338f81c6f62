"""Interactive maps: one HTML file that holds everything and loads nothing."""

from netdeps.maps.draw import View
from netdeps.maps.page import MapNetwork
from netdeps.maps.view import Map, Measure

__all__ = ["Map", "MapNetwork", "Measure", "View"]
