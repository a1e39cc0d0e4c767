/** Text that is written as it should stand, and is escaped no more. */
export class Written {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What is not stated is null, so that `if` asks for it and a name that is misspelt is told from it. */
type Value = string | number | boolean | null

export type TemplateData = Readonly<Record<string, Value | Written | readonly unknown[] | object>>
