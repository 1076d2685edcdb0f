"""Full screens and the panels that open over them."""
