"""The words by which questions are told apart. Names stand in as xfilm, xsong, xartist and so on."""
