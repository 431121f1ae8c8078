import { describe, expect, it } from 'vitest';
import { equationOf, widthOf } from '../../scripts/document/equation.ts';
import { expressionTex } from '../../scripts/document/tex.ts';

describe('expressions as TeX', () => {
  it.each([
    ['beta * T * V', '\\beta\\, T\\, V'],
    ['a / b * c', '\\frac{a}{b}\\, c'],
    ['a / b / c', '\\frac{a}{b\\, c}'],
    ['a * (b + c)', 'a\\, \\left(b+c\\right)'],
    ['a - (b - c)', 'a-\\left(b-c\\right)'],
    ['up(V, KZ, 1)', '\\frac{V}{K_{Z} + V}'],
    ['dn(IL10, KT10, 3)', '\\frac{{K_{\\mathrm{T10}}}^{3}}{{K_{\\mathrm{T10}}}^{3} + {\\mathrm{IL10}}^{3}}'],
    ['max(a - b, 0)', '\\left(a-b\\right)_{+}'],
    ['sigma(a / b)', '\\sigma\\left(\\frac{a}{b}\\right)'],
    ['above(a, 3)', '\\left[a \\ge 3\\right]'],
    ['(a + b)^2', '\\left(a+b\\right)^{2}'],
    ['1000000 * B', '10^{6}\\, B'],
  ])('%s', (expression, tex) => {
    expect(expressionTex(expression).replaceAll(/ ?([+-]) ?(?![^{]*\})/g, '$1')).toBe(
      tex.replaceAll(/ ?([+-]) ?(?![^{]*\})/g, '$1'),
    );
  });

  it('refuses a function that it has no notation for', () => {
    expect(() => expressionTex('wobble(a)')).toThrow('wobble');
  });
});

describe('long equations', () => {
  const long =
    'k * (a1 + b1 + c1 + d1 + e1 + f1 + g1 + h1 + i1 + j1 + k1 + l1 + m1 + n1 + o1 + p1 + q1 + r1 + s1) * (1 - z)';

  it('break inside a long sum and keep its parentheses and factors', () => {
    const { tex } = equationOf('x', long);
    expect(tex).toContain('\\begin{aligned}');
    expect(tex).toMatch(/k \\Bigl\(.*\\\\.*\\Bigr\)\\, \\left\(1\s*-\s*z\\right\)/);
  });

  it('leave short ones in one line', () => {
    expect(equationOf('x', 'a + b').tex).toBe('x = a + b');
  });

  it('count a fraction by its wider half', () => {
    expect(widthOf('\\frac{a}{b+c+d}')).toBe(5);
  });
});
