import { z } from 'zod'
import { articleSchema } from '../core/model/article.ts'
import { articleDiffSchema } from '../core/model/article-diff.ts'
import { clippingSchema } from '../core/model/clipping.ts'
import { collectionSchema } from '../core/model/collection.ts'
import { exportRequestSchema } from '../core/model/export-request.ts'
import { HIGHLIGHT_COLOURS, highlightSchema } from '../core/model/highlight.ts'
import {
  clippingIdSchema,
  collectionIdSchema,
  outletRuleIdSchema,
  savedSearchIdSchema,
} from '../core/model/identifiers.ts'
import { changeLabelSchema } from '../core/model/library-change.ts'
import {
  countsSchema,
  facetsSchema,
  filterSchema,
  laneKindSchema,
  lanesSchema,
  listingSchema,
  rowSchema,
  snippetSchema,
} from '../core/model/listing.ts'
import { outletRuleSchema } from '../core/model/outlet-rule.ts'
import { overviewSchema } from '../core/model/overview.ts'
import { savedSearchSchema } from '../core/model/saved-search.ts'
import { settingsSchema } from '../core/model/settings.ts'
import { TAG_COLOURS, tagNameSchema } from '../core/model/tag.ts'
import { lookAlikeSchema, tagSuggestionSchema } from '../core/model/tag-advice.ts'
