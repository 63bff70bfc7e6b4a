"""The plainest questions there are about whatever a catalogue holds: what is right follows from the data alone."""
