import { z } from 'zod';
import { requestLifeSchema } from './requestLife';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
/** ISO 8601. */
const time = z.string();
const { stage, state: lifeState } = requestLifeSchema.shape;

/** What is kept of a request, as far as it helps to find it. */
const requestSummarySchema = z.object({
  /** Of its pull request in the infrastructure repository. */
  number: z.number(),
  title: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  stage,
  lifeState,
  /** Since when it stands there. */
  stageSince: time,
  /** Entity refs. */
  requesters: list(z.string()),
  /** Ref of what it is about; it need not exist. */
  entityRef: z.string().optional(),
  /** Entity ref of the owner of that, as the catalog or else the form says. */
  owner: z.string().optional(),
  environments: list(z.string()),
  template: z.string().optional(),
  changedAt: time,
});

/** Answer of `GET /v1/requests`. @public */
export const requestPageSchema = z.object({
  items: list(requestSummarySchema),
  /** Ask for those after this number; undefined when there are no more. */
  next: z.number().optional(),
});

/** Type of the search documents of changes. @public */
export const CHANGE_DOCUMENT_TYPE = 'slipway-changes';

/** A change in the search index, as it was when it was indexed. @public */
export const changeDocumentSchema = requestSummarySchema.extend({
  /** In words, for full-text search. */
  text: z.string(),
  /** Path of the page of the change. */
  location: z.string(),
});

/** @public */
export type RequestSummary = Readonly<z.infer<typeof requestSummarySchema>>;
/** @public */
export type RequestPage = Readonly<z.infer<typeof requestPageSchema>>;
/** @public */
export type ChangeDocument = Readonly<z.infer<typeof changeDocumentSchema>>;
