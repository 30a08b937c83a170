import type { ComponentChildren } from 'preact';

/** A raised block with an optional heading of level 2 or 3. */
export const Panel = ({ title, level = 2, id, tone = 'plain', children }: { readonly title?: string; readonly level?: 2 | 3; readonly id?: string; readonly tone?: 'plain' | 'warm' | 'brand'; readonly children: ComponentChildren }) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={`panel panel-${tone}`} aria-labelledby={title === undefined || id === undefined ? undefined : `${id}-title`} id={id}>
      {title !== undefined && <Heading class="panel-title" id={id === undefined ? undefined : `${id}-title`}>{title}</Heading>}
      {children}
    </section>
  );
};
