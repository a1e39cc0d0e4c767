import {
  type Context,
  type Emitter,
  filters as LIQUID_FILTERS,
  tags as LIQUID_TAGS,
  Liquid,
  LiquidError,
  type Template,
  toValueSync,
} from 'liquidjs'
import { parse } from 'yaml'
import { htmlWords, markdownWords, quoted, yamlValue } from '../core/export/template/escaped.ts'
import { type TemplateData, Written } from '../core/export/template/values.ts'
import type { TemplateProblem, TemplateText } from '../core/model/export-template.ts'
import { fail, ok, type Result } from '../core/result.ts'

/** Of a template with its articles; a newsletter of a thousand articles takes well under a second. */
const MOST_MILLISECONDS = 5000
/** Characters of what is written. */
const MOST_WRITTEN = 64 * 1024 * 1024
/** As Liquid counts: characters and places in lists that filters make. */
const MOST_MEMORY = 50_000_000
export const MOST_IN_TEMPLATE = 5000

/** What asks for nothing but the values: no files, no clock, no zone of the machine, no patterns that take long. */
const TAGS = [
  ...['assign', 'break', 'capture', 'case', 'comment', 'continue', 'cycle', 'echo', 'for', 'if', 'liquid'],
  ...['raw', 'unless', '#'],
]
const FILTERS = [
  ...['abs', 'append', 'at_least', 'at_most', 'capitalize', 'ceil', 'compact', 'concat', 'default'],
  ...['divided_by', 'downcase', 'find', 'first', 'floor', 'group_by', 'has', 'join', 'last', 'lstrip', 'map'],
  ...['minus', 'modulo', 'plus', 'prepend', 'push', 'raw', 'reject', 'remove', 'replace', 'replace_first'],
  ...[
    'reverse',
    'round',
    'rstrip',
    'size',
    'slice',
    'sort',
    'sort_natural',
    'split',
    'strip',
    'sum',
    'times',
  ],
  ...['truncate', 'uniq', 'upcase', 'where'],
]

class TooLarge extends Error {}

class BoundedEmitter implements Emitter {
  buffer = ''

  write(value: unknown): void {
    if (value === null || value === undefined) return
    this.buffer += Array.isArray(value) ? value.join('') : String(value)
    if (this.buffer.length > MOST_WRITTEN) throw new TooLarge('more than a file should hold')
  }
}

type Escape = (value: unknown) => string

const words = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(words).join(', ') : String(value)
}

const ESCAPES: Readonly<Record<'markdown' | 'text' | 'front-matter', Escape>> = {
  markdown: value => (value instanceof Written ? value.text : markdownWords(words(value))),
  text: words,
  'front-matter': value => (value instanceof Written ? yamlValue(value.text) : yamlValue(value)),
}

function engineFor(kind: keyof typeof ESCAPES, renderLimit: number): Liquid {
  const escaped = ESCAPES[kind]
  const engine = new Liquid({
    outputEscape: escaped,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    // Nothing is read from the disk.
    templates: {},
    cache: false,
    memoryLimit: MOST_MEMORY,
    renderLimit,
  })
  for (const tag of Object.keys(LIQUID_TAGS)) if (!TAGS.includes(tag)) delete engine.tags[tag]
  for (const filter of Object.keys(LIQUID_FILTERS))
    if (!FILTERS.includes(filter)) engine.unregisterFilter(filter)
  const paragraphs = (value: unknown): string =>
    value instanceof Written
      ? value.text
      : words(value)
          .split(/[\r\n]+/u)
          .map(escaped)
          .filter(line => line !== '')
          .join('\n\n')
  engine.registerFilter('quote', value => new Written(quoted(paragraphs(value))))
  engine.registerFilter('paragraphs', value => new Written(paragraphs(value)))
  engine.registerFilter('html', value => new Written(htmlWords(words(value))))
  engine.registerFilter('yaml', value => new Written(yamlValue(value)))
  // Also of what `capture` gathers.
  const { renderer } = engine
  const render = renderer.renderTemplates.bind(renderer)
  renderer.renderTemplates = (templates: Template[], context: Context, emitter?: Emitter) =>
    render(templates, context, emitter ?? new BoundedEmitter())
  return engine
}

/** `---` on the first line, and the lines to the next: there a value is YAML's. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---(?:\n|$)/u

/** Fills in a template, or says what is wrong with it and where. It computes nothing but what {@link TAGS} and filters do. */
export function renderTemplate(
  { kind, text }: TemplateText,
  data: TemplateData,
  milliseconds = MOST_MILLISECONDS,
): Result<string, TemplateProblem> {
  const whole = text.replace(/\r\n?/gu, '\n')
  if (kind === 'text') return rendered(whole, { kind, data, milliseconds }, 0)
  const head = FRONT_MATTER.exec(whole)?.[0] ?? ''
  const top = rendered(head, { kind: 'front-matter', data, milliseconds }, 0)
  if (!top.ok) return top
  if (head !== '' && !isYaml(top.value)) return fail({ reason: 'front-matter', line: 1, column: 1 })
  const rest = rendered(whole.slice(head.length), { kind, data, milliseconds }, head.split('\n').length - 1)
  return rest.ok ? ok(top.value + rest.value) : rest
}

function isYaml(frontMatter: string): boolean {
  try {
    parse(frontMatter.replace(/^---\n|\n---\n?$/gu, ''), { maxAliasCount: 20, logLevel: 'error' })
    return true
  } catch {
    return false
  }
}

interface Filling {
  readonly kind: keyof typeof ESCAPES
  readonly data: TemplateData
  readonly milliseconds: number
}

function rendered(
  text: string,
  { kind, data, milliseconds }: Filling,
  linesAbove: number,
): Result<string, TemplateProblem> {
  const engine = engineFor(kind, milliseconds)
  try {
    return ok(String(toValueSync(engine._render(engine.parse(text), data, { sync: true }))))
  } catch (error) {
    return fail(problemOf(error, linesAbove))
  }
}

const REASONS: readonly [RegExp, TemplateProblem['reason']][] = [
  [/^tag "(?<word>[^"]*)" not found/u, 'unknown-tag'],
  [/^undefined filter: (?<word>\S+)/u, 'unknown-filter'],
  [/^undefined variable: (?<word>[^,]+)/u, 'unknown-value'],
  [/^(?:tag|output) "?(?<word>.*?)"? not closed/u, 'not-closed'],
  [/^template render limit exceeded/u, 'too-slow'],
  [
    /^(?:memory alloc|parse length) limit exceeded|Invalid string length|more than a file should hold/u,
    'too-large',
  ],
]

/** Liquid's errors in our terms; the place is counted from 1. */
function problemOf(error: unknown, linesAbove: number): TemplateProblem {
  if (!(error instanceof Error)) throw error
  const [line, column] = LiquidError.is(error) ? positionOf(error) : [1, 1]
  const said = LiquidError.is(error) ? (error.originalError?.message ?? error.message) : error.message
  for (const [pattern, reason] of REASONS) {
    const match = pattern.exec(said)
    if (match === null) continue
    const word = match.groups?.['word']?.trim().slice(0, 200)
    return { reason, line: line + linesAbove, column, ...(word ? { word } : {}) }
  }
  return { reason: 'syntax', line: line + linesAbove, column }
}

/** Where the token begins that an error is about. */
function positionOf({ token }: LiquidError): [number, number] {
  const before = token.input.slice(0, token.begin).split('\n')
  return [before.length, (before.at(-1) ?? '').length + 1]
}
