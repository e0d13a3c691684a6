import * as vscode from 'vscode';
import type { OfferNode } from '../log/logNodes.ts';

/** How the row of what is offered today looks. */
export function offerItem(node: OfferNode): vscode.TreeItem {
  const { label, description, tooltip, icon } = looksOf(node);
  const item = new vscode.TreeItem(label);
  item.id = `${node.session.root}:offer:${node.offer.kind}:${node.offer.occasion}`;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor('descriptionForeground'));
  item.description = description;
  item.tooltip = tooltip;
  item.contextValue = `offer ${node.offer.kind}`;
  item.accessibilityInformation = { label: vscode.l10n.t('Offer: {0}', `${label}, ${description}`) };
  item.command = { command: 'retrolog.takeOffer', title: vscode.l10n.t('Accept'), arguments: [node] };
  return item;
}

interface Looks {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: string;
}

function looksOf(_node: OfferNode): Looks {
  return {
    label: vscode.l10n.t('Be asked once a day?'),
    description: vscode.l10n.t('choose a time, or never'),
    tooltip: vscode.l10n.t(
      'At a time that you choose, one quiet question: “What did you learn today?” You will not be offered this again.',
    ),
    icon: 'bell',
  };
}
