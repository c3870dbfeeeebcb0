import { CompletionItemTag, InsertTextMode, type ClientCapabilities } from 'vscode-languageserver';
import { fieldsOf } from './settings.ts';

/** What the client can do, as far as the server acts on it. */
export interface ClientFeatures {
  /** The client asks for diagnostics; where it does not, they are sent to it. */
  readonly pullsDiagnostics: boolean;
  /** The client can be told to ask again for the diagnostics of open documents. */
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Code actions may be more than commands. */
  readonly literalCodeActions: boolean;
  readonly preferredActions: boolean;
  /** The edit of a code action may come later, through `codeAction/resolve`. */
  readonly lateEdits: boolean;
  /** Edits may name the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Edits may say what they are for, and that the user is to look at them first. */
  readonly annotatedEdits: boolean;
  /** Its preview leaves out whatever asks for the preview, unless the user adds it. */
  readonly untickedIfAsking: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  /** Edits may hold a part for the user to fill in. */
  readonly snippetEdits: boolean;
  /** Commands of the client that the server may put into what it offers. */
  readonly commands: ReadonlySet<string>;
  /** It can be asked for the files of folders that it shows. */
  readonly readsFiles: boolean;
  /** The client can be told to ask again for what stands above and behind lines of open documents. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** Symbols of a document may say where their name stands. */
  readonly nestedSymbols: boolean;
  readonly markdownHover: boolean;
  readonly completions: CompletionFeatures;
  /** Settings can be asked for, per folder. */
  readonly configurationRequests: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersFileWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly showsProgress: boolean;
}

/** What the client can make of a completion. */
export interface CompletionFeatures {
  /** Texts may hold places to fill in. */
  readonly snippets: boolean;
  /** Lines of a text can be inserted with the indentation that they have. */
  readonly keepsIndentation: boolean;
  /** Deprecated items can be told apart. */
  readonly deprecatedTag: boolean;
  readonly markdown: boolean;
}

/**
 * Reads the capabilities of a client. What diagnostics may carry stands under pull diagnostics only since protocol
 * 3.18; older clients say it under published ones, so either counts.
 */
export function clientFeaturesOf({
  textDocument,
  workspace,
  window,
  experimental,
}: ClientCapabilities): ClientFeatures {
  const {
    diagnostic: pulled,
    publishDiagnostics: published,
    codeAction,
    hover,
    completion,
  } = textDocument ?? {};
  const resolvesEdits = codeAction?.resolveSupport?.properties.includes('edit') === true;
  return {
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: pulled?.relatedInformation === true || published?.relatedInformation === true,
    codeDescription: pulled?.codeDescriptionSupport === true || published?.codeDescriptionSupport === true,
    diagnosticData: pulled?.dataSupport === true || published?.dataSupport === true,
    literalCodeActions: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport === true,
    lateEdits: resolvesEdits && codeAction.dataSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatedEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    untickedIfAsking: ownCapability(experimental, 'untickedIfAsking'),
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    commands: commandsIn(experimental),
    readsFiles: ownCapability(experimental, 'readsFiles'),
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    completions: completionFeatures(completion?.completionItem),
    configurationRequests: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
  };
}

/** Our own client tells its commands under `experimental.ciliumMeshLint.commands`. */
function commandsIn(experimental: unknown): ReadonlySet<string> {
  const commands = fieldsOf(fieldsOf(experimental).get('ciliumMeshLint')).get('commands');
  return new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : []);
}

/** What our own client can do beyond the protocol stands under `experimental.ciliumMeshLint`. */
function ownCapability(experimental: unknown, name: string): boolean {
  return fieldsOf(fieldsOf(experimental).get('ciliumMeshLint')).get(name) === true;
}

type ItemCapabilities = NonNullable<
  NonNullable<ClientCapabilities['textDocument']>['completion']
>['completionItem'];

function completionFeatures(item: ItemCapabilities): CompletionFeatures {
  return {
    snippets: item?.snippetSupport === true,
    keepsIndentation: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    deprecatedTag: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    markdown: item?.documentationFormat?.includes('markdown') === true,
  };
}
