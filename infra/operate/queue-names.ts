const pascal = (text: string): string => text.replaceAll(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_, first: string) => first.toUpperCase());

/** `procedure-submission/notify-applicant.queue` -> `ProcedureSubmissionNotifyApplicant`: how the outputs of a stack name a queue. */
export const outputNameOf = (entry: string): string => pascal(entry.replace(/\.queue$/, ''));

/** The stack a queue stands in, by its entry: the workflow's own. */
export const stackOf = (entry: string): string => pascal(entry.split('/')[0] ?? '');
