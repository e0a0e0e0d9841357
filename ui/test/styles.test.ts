// The style sheets hold for both directions of writing, and nothing is written inline.
import { expect, test } from 'vitest';
import { sources } from './source';

const PHYSICAL = [
  /^(margin|padding)-(left|right|top|bottom)\b/,
  /^border-(left|right|top|bottom)\b/,
  /^(left|right|top|bottom)$/,
  /^(min-|max-)?(width|height)$/,
  /^border-(top|bottom)-(left|right)-radius$/,
  /^overflow-(?!x$|wrap$|anchor$)/,
];
const PHYSICAL_VALUES = /^(text-align|float|clear)\s*:\s*(left|right)\b/;

const declarations = (css: string) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .split(/[{};]/)
    .map((part) => part.trim())
    .filter((part) => /^[a-z-]+\s*:/.test(part));

test.each(sources('.css'))('%s has logical properties only', (_, css) => {
  const physical = declarations(css).filter((declaration) => {
    const name = declaration.slice(0, declaration.indexOf(':')).trim();
    return PHYSICAL.some((rule) => rule.test(name)) || PHYSICAL_VALUES.test(declaration);
  });
  expect(physical).toEqual([]);
});

test.each(sources('.module.css'))('%s takes its colours from the tokens', (_, css) => {
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i);
});

test.each(sources('.css'))('%s fetches nothing from elsewhere', (_, css) => {
  expect(css).not.toMatch(/https?:|data:/);
});
