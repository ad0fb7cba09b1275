"""The tree of groups: it covers the bytes, names every field, and makes frames when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from esdkit.inspector import Tree, inspect
from esdkit.inspector.views.nodes import FramesNode, TreeNode, nodes
from esdkit.message import Frame, Message, build
from esdkit.spec import SUITES
from tests.samples import native_cases, native_ciphertext, sample_header

MULTI = native_ciphertext("mpl-0578-multi-nine-many-f128-p129")


def leaves(tree: Tree) -> Iterator[TreeNode]:
    """The fields in order; what stands below a field is left out."""

    def below(node: TreeNode | FramesNode) -> Iterator[TreeNode]:
        if isinstance(node, FramesNode):
            for index in range(node.run.count):
                yield from below(node.frame(index))
        elif node.row is not None or not node.children:
            yield node
        else:
            for child in node.children:
                yield from below(child)

    for root in nodes(tree):
        yield from below(root)


def all_nodes(roots: list[TreeNode]) -> Iterator[TreeNode]:
    for node in roots:
        yield node
        yield from all_nodes([child for child in node.children if isinstance(child, TreeNode)])


def test_nodes_cover_the_bytes_and_name_the_fields(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            data = native_ciphertext(name)
            tree = inspect(data)
            found = [node for node in leaves(tree) if node.start < node.end or node.row is not None]
            assert [(node.path, node.start, node.end) for node in found if node.row is not None] == [
                (field.path, field.start, field.end) for field in tree.fields()
            ]
            edges = [0, *(node.end for node in found)]
            assert [node.start for node in found] == edges[:-1]
            assert edges[-1] == len(data)


def test_nodes_of_groups_span_their_children_and_inner_fields_their_field(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            for node in all_nodes(nodes(inspect(native_ciphertext(name)))):
                if node.children:
                    assert (node.children[0].start, node.children[-1].end) == (node.start, node.end), node.path
                assert all(child.path.startswith(node.path) for child in node.children)


def test_nodes_carry_every_problem_once(subtests: pytest.Subtests) -> None:
    for name in native_cases():
        with subtests.test(name):
            tree = inspect(native_ciphertext(name))
            roots = nodes(tree)
            carried = [problem for node in all_nodes(roots) for problem in node.problems]
            for node in all_nodes(roots):
                for child in node.children:
                    if isinstance(child, FramesNode):
                        carried += [problem for problems in child.problems.values() for problem in problems]
            if tree.length:
                assert sorted(map(str, carried)) == sorted(map(str, tree.problems))


def test_nodes_show_what_a_keyring_wrote_below_its_field() -> None:
    by_path = {node.path: node for node in all_nodes(nodes(inspect(native_ciphertext("mpl-0578-multi-ascii-f256-p300"))))}
    path = "header.encrypted_data_keys[0].provider_info"
    inner = [node for node in by_path.values() if node.path.startswith(f"{path}.")]
    assert [node.name for node in inner[1:]] == ["raw_aes.key_name", "raw_aes.tag_length", "raw_aes.iv_length", "raw_aes.iv"]
    assert by_path[f"{path}.raw_aes.tag_length"].value == "128 bits"


def test_node_of_a_frame_is_made_when_it_is_asked_for() -> None:
    header = sample_header(SUITES[0x0478], frame_length=2)
    body = [Frame(number, bytes(12), b"xy", bytes(16)) for number in (1, 2, 7)]
    tree = inspect(build(Message(header, (*body, Frame(4, bytes(12), b"", bytes(16), final=True)), None)))
    (run,) = [child for root in nodes(tree) for child in root.children if isinstance(child, FramesNode)]
    frame = run.frame(2)
    assert (frame.name, frame.path, frame.end) == ("frame[2]", "body.frame[2]", run.end)
    number = frame.children[0]
    assert isinstance(number, TreeNode)
    assert (number.value, [problem.code for problem in number.problems]) == ("7", ["seq-out-of-order"])
    assert not run.frame(1).children[0].problems


def blamed(data: bytes) -> list[tuple[str, list[str]]]:
    return [(node.path, [problem.code.value for problem in node.problems]) for node in all_nodes(nodes(inspect(data))) if node.problems]


@pytest.mark.req("CLI-INS-007")
@pytest.mark.parametrize("name", ["mpl-0578-multi-nine-many-f128-p129", "mpl-0578-multi-ascii-f256-p300"])
def test_find_gives_every_node_that_a_dump_shows_by_its_path(name: str) -> None:
    tree = inspect(native_ciphertext(name))
    roots = nodes(tree)
    shown: list[TreeNode | FramesNode] = [
        *all_nodes(roots),
        *(frame for root in roots for frame in root.children if isinstance(frame, FramesNode)),
    ]
    assert any(isinstance(node, FramesNode) for node in shown)
    for node in shown:
        found = tree.find(node.path)
        assert found is not None, node.path
        assert (found.path, found.start, found.end) == (node.path, node.start, node.end)


def test_node_of_bytes_that_end_inside_a_field_is_blamed() -> None:
    assert blamed(MULTI[:400]) == [("unread", ["truncated"])]
    assert blamed(MULTI + b"x") == [("trailing", ["trailing-data"])]
    assert blamed(b"no message") == [("unread", ["unsupported-version"])]


def test_node_of_a_missing_field_blames_the_group_where_it_should_stand() -> None:
    edge = next(field for field in inspect(MULTI).fields() if field.path == "header.encrypted_data_keys[1].provider_info.length")
    assert blamed(MULTI[: edge.start]) == [("header.encrypted_data_keys[1]", ["truncated"])]


def test_nodes_of_no_bytes_are_none() -> None:
    assert nodes(inspect(b"")) == []
