import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unexplained } from '../audit.js'

const finding = (name: string, ...nodes: string[]) => ({
  [name]: {
    severity: 'high',
    nodes,
    range: '<2.0.0',
    via: [{ url: `https://advisories.example/${name}` }, 'other'],
  },
})
const report = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities })

describe('the audit of packages', () => {
  it('names what is found, where it is, and its advisory', () => {
    expect(unexplained(report(finding('reader', 'node_modules/reader')))).toEqual([
      'high: reader <2.0.0: https://advisories.example/reader other (node_modules/reader)',
    ])
  })

  it('passes what SECURITY.md explains, at that place alone', () => {
    expect(unexplained(report({}))).toEqual([])
    expect(unexplained(report(finding('dompurify', 'node_modules/dompurify-fixtures')))).toEqual([])
    const both = finding('dompurify', 'node_modules/dompurify-fixtures', 'node_modules/dompurify')
    expect(unexplained(report(both))).toEqual([expect.stringContaining('(node_modules/dompurify)')])
    expect(readFileSync(join(import.meta.dirname, '../../SECURITY.md'), 'utf8')).toContain(
      '`dompurify-fixtures`',
    )
  })

  it('takes no failed request for a clean report', () => {
    expect(() => unexplained(JSON.stringify({ message: 'no network' }))).toThrow('no network')
  })
})
