import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
/** ISO 8601. */
const time = z.string();

const authorSchema = z.object({
  login: z.string(),
  isBot: z.boolean(),
});

const commentSchema = z.object({
  id: z.number(),
  author: authorSchema,
  /** Markdown, as it was written: anybody may have written it. */
  body: z.string(),
  createdAt: time,
  /** It was written anew since. */
  edited: z.boolean(),
  url: z.string(),
});

const reviewSchema = commentSchema.extend({
  state: z.string(),
  /** Head commit that it was made of. */
  commitId: z.string().optional(),
});

const threadSchema = z.object({
  /** Id of its first comment; replies name it. */
  id: z.number(),
  path: z.string(),
  side: z.enum(['LEFT', 'RIGHT']),
  /** Undefined when it is about the whole file, or the line is no longer in the differences. */
  line: z.number().optional(),
  /** The line was changed since. */
  outdated: z.boolean(),
  /** Undefined when GitHub did not tell. */
  resolved: z.boolean().optional(),
  comments: list(commentSchema),
});

/** Answer of the conversation's routes. @public */
export const changeConversationSchema = z.object({
  comments: list(commentSchema),
  reviews: list(reviewSchema),
  threads: list(threadSchema),
  /** Threads that nobody resolved; undefined when GitHub did not tell. */
  unresolved: z.number().optional(),
  /** There are more than were read. */
  truncated: z.boolean(),
  /** Why part of it is missing, in words. */
  problem: z.string().optional(),
});

const body = z.string().trim().min(1, 'must say something').max(20_000);
const path = z.string().min(1).max(4_096);

/** A comment on a line of the head that was on the screen. @public */
export const threadCommandSchema = z.strictObject({
  headSha: z.string().regex(/^[0-9a-f]{40}$/, 'must be a full commit id'),
  path,
  side: z.enum(['LEFT', 'RIGHT']),
  line: z.int().positive(),
  body,
});

/** A reply in a thread. @public */
export const replyCommandSchema = z.strictObject({ body });

/** Settles a thread, or opens it again. @public */
export const resolveCommandSchema = z.strictObject({ resolved: z.boolean() });

/** All that was said of a change. @public */
export type ChangeConversation = Readonly<
  z.infer<typeof changeConversationSchema>
>;
/** @public */
export type ConversationComment = ChangeConversation['comments'][number];
/** @public */
export type ConversationReview = ChangeConversation['reviews'][number];
/** @public */
export type ConversationThread = ChangeConversation['threads'][number];
/** @public */
export type ThreadCommand = z.infer<typeof threadCommandSchema>;
/** @public */
export type ReplyCommand = z.infer<typeof replyCommandSchema>;
/** @public */
export type ResolveCommand = z.infer<typeof resolveCommandSchema>;
/** What a person says on lines of a change. @public */
export type Saying =
  | { readonly verb: 'begin'; readonly command: ThreadCommand }
  | {
      readonly verb: 'reply';
      readonly thread: number;
      readonly command: ReplyCommand;
    }
  | {
      readonly verb: 'resolve';
      readonly thread: number;
      readonly command: ResolveCommand;
    };
