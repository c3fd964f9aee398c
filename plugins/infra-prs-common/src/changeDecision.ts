import {
  AutoMergeCommand,
  BreakGlassCommand,
  CloseCommand,
  CommentCommand,
  DraftCommand,
  ReopenCommand,
  RequestChangesCommand,
} from './decisionCommands';

/** What a person decides about one change beside approving and merging it; `verb` ends the route. @public */
export type ChangeDecision =
  | {
      readonly verb: 'request-changes';
      readonly command: RequestChangesCommand;
    }
  | { readonly verb: 'comment'; readonly command: CommentCommand }
  | { readonly verb: 'close'; readonly command: CloseCommand }
  | { readonly verb: 'reopen'; readonly command: ReopenCommand }
  | { readonly verb: 'draft'; readonly command: DraftCommand }
  | { readonly verb: 'auto-merge'; readonly command: AutoMergeCommand }
  | { readonly verb: 'break-glass'; readonly command: BreakGlassCommand };
