/** A word with a shape and a colour. */
export const Tag = ({ tone = 'neutral', children }: { readonly tone?: 'info' | 'ok' | 'warn' | 'danger' | 'neutral'; readonly children: string }) => <span class={`tag tag-${tone}`}>{children}</span>;
