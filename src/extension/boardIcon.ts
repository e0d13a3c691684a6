import * as vscode from 'vscode';

/**
 * The icon of the tab of a board. The editor draws a themed one on the panels of every version that this runs in; that its
 * types say so is newer.
 */
export const boardIcon = new vscode.ThemeIcon('comment-discussion') as unknown as vscode.Uri;
