/** Our mark: the sun over two lines of the river. Drawn for the province's site; no emblem. */
export const Mark = ({ size = 40 }: { readonly size?: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="10" class="mark-ground" />
    <circle cx="28" cy="12" r="4.5" class="mark-sun" />
    <g fill="none" class="mark-river" stroke-width="2.6" stroke-linecap="round">
      <path d="M7 20c4.5 0 4.5 3 9 3s4.5-3 9-3 4.5 3 8 3" />
      <path d="M7 26.5c4.5 0 4.5 3 9 3s4.5-3 9-3 4.5 3 8 3" opacity=".75" />
    </g>
  </svg>
);

/** Mark, province and the name of the service. */
export const Wordmark = ({ province, service, href }: { readonly province: string; readonly service: string; readonly href: string }) => (
  <a class="wordmark" href={href}><Mark /><span class="wordmark-text"><strong>{province}</strong> <span>{service}</span></span></a>
);
