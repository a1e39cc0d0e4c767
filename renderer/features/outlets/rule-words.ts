import type { TFunction } from 'i18next'
import type { Outlet, OutletAction } from '../../../electron/core/model/outlet-rule.ts'

/** The outlet of a rule as people call it. */
export const outletWords = (outlet: Outlet): string => (outlet.by === 'host' ? outlet.host : outlet.name)

/** What a rule does, in words. */
export function actionWords(t: TFunction, action: OutletAction): string {
  switch (action.do) {
    case 'name-source':
      return t('outlets.does.name-source', { from: action.from, to: action.to })
    case 'set-source':
      return t('outlets.does.set-source', { to: action.to })
    case 'drop-byline':
      return t('outlets.does.drop-byline', { name: action.name })
    case 'strip-byline':
    case 'strip-title':
      return t(`outlets.does.${action.do}-${action.where}`, { words: action.words })
    case 'ignore-date':
      return t('outlets.does.ignore-date', { origin: t(`clip.origins.${action.origin}`) })
  }
}
