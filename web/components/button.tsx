import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';
type Common = { readonly kind?: ButtonKind; readonly small?: boolean; readonly class?: string; readonly children: ComponentChildren };
type AsButton = Common & Omit<ButtonHTMLAttributes, 'class' | 'children'> & { readonly href?: undefined };
type AsLink = Common & Omit<AnchorHTMLAttributes, 'class' | 'children'> & { readonly href: string };

/** A button, or a link that looks like one when it has an `href`. One primary button a page. */
export const Button = ({ kind = 'primary', small = false, class: extra, ...rest }: AsButton | AsLink) => {
  const name = `button button-${kind}${small ? ' button-small' : ''}${extra === undefined ? '' : ` ${extra}`}`;
  if (rest.href !== undefined) return <a {...(rest as AnchorHTMLAttributes)} class={name} />;
  return <button type="button" {...rest} class={name} />;
};
