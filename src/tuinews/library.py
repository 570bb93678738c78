"""The service object through which everything goes: blocking and thread-safe."""
