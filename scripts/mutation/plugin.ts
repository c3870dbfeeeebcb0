import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { catalogueTexts } from './ignored.ts';
import { survivorsReporter } from './reporter.ts';
import { InProcessRunner } from './test-runner.ts';

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
  declareValuePlugin(PluginKind.Ignore, 'catalogue-texts', catalogueTexts),
  declareValuePlugin(PluginKind.Reporter, 'survivors', survivorsReporter),
];

/** The option of `optionsFor` that is none of Stryker's. */
export const strykerValidationSchema = {
  properties: { skipFailingTests: { type: 'boolean', default: false } },
};
