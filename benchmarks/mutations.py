"""Single changes to the syntax tree of the checks and the diagnosis."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("checks", "diagnosis")
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One change: the nth place of a file that can be changed."""

    file: str
    place: int
    line: int
    says: str
    span: tuple[int, int]
    """First and last line of the statement, without the statements inside it."""

    @property
    def module(self) -> str:
        return ".".join(Path(self.file).with_suffix("").parts).removesuffix(".__init__")


class Mutator(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one that is wanted."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str, tuple[int, int]]] = []
        self.span = (0, 0)

    def visit(self, node: ast.AST) -> ast.AST:
        outer = self.span
        if isinstance(node, ast.stmt):
            inner = getattr(node, "body", None)
            last = inner[0].lineno - 1 if inner else node.end_lineno
            self.span = (node.lineno, max(node.lineno, last or 0))
        new: ast.AST = super().visit(node)
        self.span = outer
        return new

    def change(self, node: ast.expr, new: ast.expr) -> ast.expr:
        says = f"{ast.unparse(node)}  ->  {ast.unparse(new)}"
        self.found.append((node.lineno, says, self.span))
        is_it = len(self.found) - 1 == self.wanted
        return ast.copy_location(new, node) if is_it else node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        operator = COMPARISONS[type(node.ops[0])]()
        return self.change(
            node, ast.Compare(node.left, [operator, *node.ops[1:]], node.comparators)
        )

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        other = ARITHMETIC.get(type(node.op))
        is_text = any(isinstance(one, ast.JoinedStr) for one in (node.left, node.right))
        if other is None or is_text:
            return node
        return self.change(node, ast.BinOp(node.left, other(), node.right))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return self.change(node, ast.BoolOp(other, node.values))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        return self.change(node, node.operand)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        return self.change(node, ast.IfExp(node.test, node.orelse, node.body))

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, bool):
            return self.change(node, ast.Constant(not node.value))
        if isinstance(node.value, int | float):
            return self.change(node, ast.Constant(node.value + 1))
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        other = NAMES.get(getattr(node.func, "id", ""))
        if other is None:
            return node
        return self.change(node, ast.Call(ast.Name(other, ast.Load()), node.args, node.keywords))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.body = [self.visit(one) for one in node.body]  # neither decorators nor annotations
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.body = [self.visit(one) for one in node.body]
        return node

    def visit_If(self, node: ast.If) -> ast.If:
        return node if getattr(node.test, "id", "") == "TYPE_CHECKING" else self.generic_visit(node)


def mutants() -> list[Mutant]:
    """Every single change that can be made to the two rooms."""
    return [
        Mutant(str(file.relative_to(ROOT)), place, *told)
        for room in ROOMS
        for file in sorted((ROOT / "nktrade" / room).glob("*.py"))
        for place, told in enumerate(_places(file))
    ]


def mutated(source: str, place: int) -> ast.Module:
    """The module with the change at that place."""
    tree = ast.parse(source)
    Mutator(place).visit(tree)
    return ast.fix_missing_locations(tree)


def _places(file: Path) -> list[tuple[int, str, tuple[int, int]]]:
    mutator = Mutator()
    mutator.visit(ast.parse(file.read_text(encoding="utf-8")))
    return mutator.found
