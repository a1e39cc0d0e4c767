export const settings = {
  title: 'Settings',
  section: {
    general: 'General',
    import: 'Import',
    outlets: 'Outlets',
    library: 'Library',
    backups: 'Backups',
    trash: 'Trash',
  },
  sections: 'Parts of the settings',
  language: 'Language',
  languages: { system: 'As the system', en: 'English', 'zh-Hans': '简体中文' },
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  promises: 'Four promises',
  promise: {
    kept: {
      what: 'Nothing is lost.',
      how: 'Originals are kept as they came, and what is shown as saved survives a power cut.',
    },
    local: {
      what: 'Nothing leaves this computer.',
      how: 'Cuttings never goes online: no account, no statistics, no check for updates.',
    },
    stated: {
      what: 'Nothing is invented.',
      how: 'What an article does not say is “not stated”; what it says shows where it was read.',
    },
    quiet: { what: 'Never in the way.', how: 'Every step can be undone, and long work can be cancelled.' },
  },
  version: 'Version',
  shortcuts: 'See the keyboard shortcuts',
} as const
