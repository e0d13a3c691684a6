import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import encodeQr from 'qr';

/** A link as a square of dark and light fields, for the camera of a phone. Nothing where no phone could follow it. */
export function qrCode(link: string): TemplateResult | typeof nothing {
  return leadsElsewhere(link)
    ? html`<details class="qr">
        <summary>${l10n.t('QR code, for phones')}</summary>
        ${picture(link)}
      </details>`
    : nothing;
}

/** The address of this machine itself means another one on every phone. */
export function leadsElsewhere(link: string): boolean {
  const host = URL.canParse(link) ? new URL(link).hostname : 'localhost';
  return host !== 'localhost' && host !== '[::1]' && !host.startsWith('127.');
}

function picture(link: string): TemplateResult {
  const { size, path } = qrPath(link);
  const box = `0 0 ${size} ${size}`;
  return html`<svg viewBox=${box} role="img" aria-label=${l10n.t('The invitation as a QR code')} shape-rendering="crispEdges">
    <path d=${path} />
  </svg>`;
}

/** The dark fields of a text's QR code as the path of a square, with the quiet border that cameras need. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 4 });
  const fields = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return { size: rows.length, path: fields.join('') };
}
