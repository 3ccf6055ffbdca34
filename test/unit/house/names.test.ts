import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, parsedSource, sourceFiles } from '../../fixtures/oracles/source-tree.ts';

/** Names that a source file declares and exports; what it passes on from another file is not declared there. */
function exportedNames(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((node) => {
    if (!ts.canHaveModifiers(node)) return [];
    if (!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => namesIn(name));
    const { name } = node as ts.DeclarationStatement; // what else can be exported where it is declared
    return name && ts.isIdentifier(name) ? [name.text] : [];
  });
}

const namesIn = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((one) => ('name' in one ? namesIn(one.name) : []));

/** `name: files` for each name that is declared in more than one file. */
function declaredTwice(exported: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const files = new Map<string, Set<string>>();
  for (const [file, names] of exported)
    for (const name of names) files.set(name, (files.get(name) ?? new Set()).add(file));
  return [...files].filter(([, at]) => at.size > 1).map(([name, at]) => `${name}: ${[...at].join(', ')}`);
}

/** The one meaning of *place*, as the glossary has it: where a case folder lies on a computer, and who may reach it there. */
const ofACase: ReadonlySet<string> = new Set([
  'placeOf',
  'placeInWords',
  'placeTexts',
  'PlaceFinding',
  'placeFindingSchema',
  'casePlaceHandler',
  'placeHandler',
  'CasePlace',
]);

/**
 * Names that a file gives to functions, types, variables and parameters and that say *place* in another meaning. Fields keep
 * theirs: some are stored (`places` of an obligation), and taking one out of an object names nothing.
 */
function namedOtherwise(source: ts.SourceFile): readonly string[] {
  return nodesOf(source.fileName, source).flatMap(({ node }) => {
    const named = ts.isFunctionLike(node) || ts.isVariableDeclaration(node) || ts.isParameter(node);
    const isName = named || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
    const name = isName || (ts.isBindingElement(node) && node.propertyName) ? (node as ts.NamedDeclaration).name : null;
    if (!name || !(ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return [];
    return /^#?place[sd]?(?![a-z])|Place[sd]?(?![a-z])/.test(name.text) && !ofACase.has(name.text) ? [name.text] : [];
  });
}

/** The whole tree, each file parsed once. */
const tree = sourceFiles('shared', 'electron', 'renderer', 'test').map((file) => {
  const source = parsedSource(file);
  return { file, exported: exportedNames(source), otherwise: namedOtherwise(source) };
});

test('an exported name means one thing in the whole tree', () => {
  expect(tree.length).toBeGreaterThan(1_000);
  expect(declaredTwice(new Map(tree.map(({ file, exported }) => [file, exported])))).toEqual([]);
});

test('a name declared twice is found: a type beside a function, a taken-apart constant; a type and its value are one', () => {
  const found = declaredTwice(
    new Map(
      [
        [
          'a.ts',
          'export type Sheet = 1; export const { one, two: [three] } = x; export type One = 1; export const One = 1;',
        ],
        ['b.tsx', 'export function Sheet() {} export const three = 3; const one = 1; export { One } from "./a.ts";'],
      ].map(([file = '', text = '']) => [file, exportedNames(parsedSource(file, text))]),
    ),
  );
  expect(found).toEqual(['Sheet: a.ts, b.tsx', 'three: a.ts, b.tsx']);
});

test('*place* is where a case lies, and nothing else: a position, a path, a range or a region has its own name', () => {
  expect(tree.flatMap(({ file, otherwise }) => otherwise.map((name) => `${file}: ${name}`))).toEqual([]);
  const paths = tree.filter(({ file }) => /\bplaced?s?\b/.test(file.replace(/^.*\/(?=[^/]+$)/, '')));
  expect(paths.map(({ file }) => file.replace(/^.*\//, '')).sort()).toEqual([
    'case-place.ts',
    'place-messages.ts',
    'place-of.ts',
    'place-signs.ts',
    'place.test.ts',
  ]);
});

test('another *place* is found in a function, a type, a variable, a parameter and a method; a field of that name is none', () => {
  const text =
    'export function placeOfWords(places: number) { const { places: inPlace, place } = x; return { place }; }\n' +
    'type Placed = { place: 1 }; const placeholder = 1; const replaced = 2; class A { #place() {} } const placeOf = 1;';
  expect(namedOtherwise(parsedSource('a.ts', text))).toEqual(['placeOfWords', 'places', 'inPlace', 'Placed', '#place']);
});
