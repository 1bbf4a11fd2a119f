"""nktrade: statcheck for trade statistics."""
