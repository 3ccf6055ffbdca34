import ts from 'typescript';

/**
 * One small fault put into a file: the text from `start` to `end` (offsets in UTF-16 units) becomes `text`. A removed
 * statement has the text `''`.
 */
export type Mutation = Readonly<{ start: number; end: number; text: string; what: string; statement: boolean }>;

const flips = new Map<ts.SyntaxKind, readonly string[]>([
  [ts.SyntaxKind.LessThanToken, ['<=', '>=']],
  [ts.SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [ts.SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [ts.SyntaxKind.AmpersandAmpersandToken, ['||']],
  [ts.SyntaxKind.BarBarToken, ['&&']],
  [ts.SyntaxKind.PlusToken, ['-']],
  [ts.SyntaxKind.MinusToken, ['+']],
  [ts.SyntaxKind.AsteriskToken, ['/']],
  [ts.SyntaxKind.SlashToken, ['*']],
  [ts.SyntaxKind.PercentToken, ['*']],
  [ts.SyntaxKind.LessThanLessThanToken, ['>>>']],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, ['<<']],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, ['<<']],
  [ts.SyntaxKind.AmpersandToken, ['|']],
  [ts.SyntaxKind.BarToken, ['&']],
]);

/** Methods exchanged for one that is easily taken for it. */
const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['findLast', 'find'],
]);

/** Methods whose call is dropped: `list.filter(f)` becomes `list`. */
const dropped = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'slice']);

/** Every mutation of a file, in the order of its text. Types, imports, and the words of plain errors are left alone. */
export function mutationsOf(file: string, text: string): readonly Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const add = (node: ts.Node, becomes: string, what: string, statement = false): void => {
    found.push({ start: node.getStart(source), end: node.getEnd(), text: becomes, what, statement });
  };
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    expressionsOf(node, source, add);
    if (isRemovable(node)) add(node, '', 'statement removed', true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

type Add = (node: ts.Node, becomes: string, what: string) => void;

function expressionsOf(node: ts.Node, source: ts.SourceFile, add: Add): void {
  if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) conditionOf(node, source, add);
  else if (ts.isBinaryExpression(node)) operatorOf(node, source, add);
  else if (ts.isCallExpression(node)) callOf(node, source, add);
  else literalOf(node, source, add);
}

function conditionOf(node: ts.IfStatement | ts.ConditionalExpression, source: ts.SourceFile, add: Add): void {
  const condition = ts.isIfStatement(node) ? node.expression : node.condition;
  for (const value of ['true', 'false'])
    if (condition.getText(source) !== value) add(condition, value, `condition → ${value}`);
}

function operatorOf(node: ts.BinaryExpression, source: ts.SourceFile, add: Add): void {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    if (isNothing(right)) return;
    add(node, left.getText(source), '?? dropped');
    return;
  }
  // Words put together have no difference.
  if (operatorToken.kind === ts.SyntaxKind.PlusToken && [left, right].some(isText)) return;
  // `true` and `false` for the whole condition say more than its negation.
  const whole = isCondition(node) && /^[!=]==$/.test(operatorToken.getText(source));
  if (whole) return;
  for (const other of flips.get(operatorToken.kind) ?? []) {
    const was = operatorToken.getText(source);
    add(node, `${left.getText(source)} ${other} ${right.getText(source)}`, `${was} → ${other}`);
  }
}

function callOf(node: ts.CallExpression, source: ts.SourceFile, add: Add): void {
  if (!ts.isPropertyAccessExpression(node.expression) || node.questionDotToken) return;
  const { expression, name, questionDotToken } = node.expression;
  const other = methods.get(name.text);
  const rest = node.getText(source).slice(name.getEnd() - node.getStart(source));
  const dot = questionDotToken ? '?.' : '.';
  if (other) add(node, `${expression.getText(source)}${dot}${other}${rest}`, `${name.text} → ${other}`);
  if (dropped.has(name.text) && !ts.isExpressionStatement(node.parent) && !chained(node))
    add(node, expression.getText(source), `${name.text} dropped`);
}

/** Whether a node lies within an optional chain: what it is replaced by would end the chain. */
function chained(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

function literalOf(node: ts.Node, source: ts.SourceFile, add: Add): void {
  if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false', 'true → false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true', 'false → true');
  else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    if (!isCondition(node)) add(node, node.operand.getText(source), '! dropped');
  } else if (ts.isNumericLiteral(node) && isBound(node)) add(node, `${node.getText(source)} + 1`, 'number + 1');
  else if (ts.isStringLiteral(node) && node.text !== '' && isMeant(node)) add(node, "''", 'text emptied');
  else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !isTarget(node))
    add(node, '[]', 'list emptied');
}

/** A number that something is measured against or moved by; the rows of a table of constants are not tried one by one. */
function isBound(node: ts.NumericLiteral): boolean {
  return ts.isBinaryExpression(node.parent) || (ts.isVariableDeclaration(node.parent) && isConstant(node.parent));
}

function isConstant(node: ts.VariableDeclaration): boolean {
  return (node.parent.flags & ts.NodeFlags.Const) !== 0;
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

/** `?? ''` and the like mostly stand for the type checker, behind an index that is there or a match that was tested. */
function isNothing(node: ts.Expression): boolean {
  return /^(''|0|-1|\[\]|\{\}|null|undefined|Infinity)$/.test(node.getText());
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** A string that is compared, handed on or given back. The cells of tables are not tried one by one. */
function isMeant(node: ts.StringLiteral): boolean {
  const { parent } = node;
  return (
    ts.isBinaryExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isCaseClause(parent) ||
    (ts.isCallExpression(parent) && parent.arguments.includes(node))
  );
}

/** A list on the left of `=` takes values apart. */
function isTarget(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node;
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) ||
    (ts.isForOfStatement(parent) && parent.initializer === node)
  );
}

function isRemovable(node: ts.Node): boolean {
  if (ts.isThrowStatement(node)) return !ts.isIfStatement(node.parent) && !isOnlyOne(node);
  if (!ts.isExpressionStatement(node)) return false;
  return !(ts.isCallExpression(node.expression) && node.expression.expression.kind === ts.SyntaxKind.SuperKeyword);
}

function isOnlyOne(node: ts.Node): boolean {
  return ts.isBlock(node.parent) && node.parent.statements.length === 1 && ts.isIfStatement(node.parent.parent);
}

function isLeftAlone(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && /^(Type|Range)?Error$/.test(node.expression.text))
  );
}
