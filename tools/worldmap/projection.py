"""The Equal Earth projection: areas keep their proportions, so that colours can be compared.

Source: Šavrič, Patterson and Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33(3), 2019. ``kg/view/map.js`` has the same formula for the dots.
"""

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2
SCALE = 1480
"""Units of the map to one of the formula: the world is then about 8000 wide."""


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to units of the map; x runs east from Greenwich, y south from the equator."""
    theta = asin(M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = radians(longitude) * cos(theta) / (M * slope)
    y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return SCALE * x, -SCALE * y
