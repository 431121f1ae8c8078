import { expect, test } from 'vitest';
import { readAudit } from '../../scripts/auditAnswer.ts';

const answer = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { dependencies: { prod: 93 } } });

test('nothing known is clean', () => {
  expect(readAudit(answer({}), '')).toEqual({
    kind: 'clean',
    lines: ['No known advisory against 93 packages.'],
  });
});

test('a finding says what, where and by way of what', () => {
  const found = readAudit(
    answer({
      leftpad: {
        ...{ severity: 'high', range: '<1.2.3' },
        via: [{ title: 'Pads too far', url: 'https://example.org/1' }],
      },
      padder: { severity: 'high', range: '*', via: ['leftpad'] },
    }),
    '',
  );
  expect(found.kind).toBe('findings');
  expect(found.lines).toEqual([
    'high: leftpad <1.2.3: Pads too far https://example.org/1',
    'high: padder *: through leftpad',
    '2 packages with known advisories.',
  ]);
});

test.each([
  ['a registry that has no audit', '{"message":"405 Method Not Allowed - POST https://r/bulk"}', '', /405/],
  ['no network', '', 'npm error code ENOTFOUND\nnpm error network', /ENOTFOUND/],
  ['a page of a proxy', '<html>', '', /nothing was said/],
  ['an answer of another kind', '{"vulnerabilities":{}}', '', /nothing was said/],
])('%s is no clean bill', (_what, out, error, reason) => {
  const { kind, lines } = readAudit(out, error);
  expect(kind).toBe('skipped');
  expect(lines.at(-1)).toMatch(/^SKIPPED /);
  expect(lines.at(-1)).toMatch(reason);
});
