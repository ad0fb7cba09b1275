"""Every vector, asked of the whole program and of one function of it."""


def read_suite(message):  # of the parser under test
    return int.from_bytes(message[1:3] if message[0] == 2 else message[2:4], "big")


def test_program_gives_the_right_answer(esdkit_vector, esdkit_target):
    esdkit_target.check(esdkit_vector)


def test_suite_is_read(esdkit_vector):
    if esdkit_vector.accepted:
        assert read_suite(esdkit_vector.message) in (0x14, 0x46, 0x78, 0x114, 0x146, 0x178, 0x214, 0x346, 0x378, 0x478, 0x578)
