import { besideYamlExtension, ours, theirs } from '../yaml-extension/suite.ts';

besideYamlExtension([ours, theirs]);
