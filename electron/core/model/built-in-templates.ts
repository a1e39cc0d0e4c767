import { type ExportTemplate, ownTemplateName, type TemplateText } from './export-template.ts'

const digest = `# {{ title }}

{{ created_words }} · {{ words.articles }}

{% assign days = articles | group_by: "published_day" %}{% for day in days %}
## {{ day.name | default: words.undated }}

{% for article in day.items %}- **{{ article.title }}**{% if article.source %} ({{ article.source }}){% endif %}{% if article.excerpt %}: {{ article.excerpt | truncate: 160 }}{% endif %}
{% endfor %}{% endfor %}`

const readingList = `# {{ title }}

| {{ words.date }} | {{ words.title }} | {{ words.source }} | {{ words.address }} |
| --- | --- | --- | --- |
{% for article in articles %}| {{ article.published_words | default: words.undated }} | {{ article.title }} | {{ article.source | default: words.not_stated }} | {{ article.url }} |
{% endfor %}`

const quotations = `# {{ title }}
{% for article in articles %}{% if article.highlights.size > 0 %}
## {{ article.title }}

{{ article.details }}

{% for highlight in article.highlights %}{{ highlight.text | quote }}

{% if highlight.note %}{{ words.note }}{{ words.colon }}{{ highlight.note }}

{% endif %}{% endfor %}{% endif %}{% endfor %}`

const newsletter = `---
title: {{ title }}
date: {{ created_day }}
tags: {{ tags }}
---

# {{ title }}
{% for article in articles %}
## {{ article.title }}

*{{ article.details }}*

{{ article.markdown }}
{% if article.note %}
{{ article.note | quote }}
{% endif %}{% if article.url %}
{{ words.address }}{{ words.colon }}{{ article.url }}
{% endif %}
---
{% endfor %}
## {{ words.sources }}

{% for source in sources %}- {{ source.name }}: {{ source.count }}
{% endfor %}`

/** The templates that come with the app, in the order in which they are offered; renderer/i18n has their names. */
export const BUILT_IN_TEMPLATES = {
  digest: { kind: 'markdown', text: digest },
  'reading-list': { kind: 'markdown', text: readingList },
  quotations: { kind: 'markdown', text: quotations },
  newsletter: { kind: 'markdown', text: newsletter },
} as const satisfies Readonly<Record<string, TemplateText>>

export type BuiltInTemplate = keyof typeof BUILT_IN_TEMPLATES

export const BUILT_IN_TEMPLATE_IDS = Object.keys(BUILT_IN_TEMPLATES) as BuiltInTemplate[]

export const DEFAULT_TEMPLATE: BuiltInTemplate = 'digest'

/** The template that a request names; undefined where there is none of that name any more. */
export function templateNamed(reference: string, own: readonly ExportTemplate[]): TemplateText | undefined {
  const name = ownTemplateName(reference)
  if (name !== undefined) return own.find(each => each.name === name)
  const builtIn = BUILT_IN_TEMPLATE_IDS.find(id => id === reference)
  return builtIn === undefined ? undefined : BUILT_IN_TEMPLATES[builtIn]
}
