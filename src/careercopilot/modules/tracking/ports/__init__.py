"""What tracking needs from the world, in its own words."""
