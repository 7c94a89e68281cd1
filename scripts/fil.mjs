#!/usr/bin/env node
import { runApp } from './run/run-app.mjs';

await runApp('cli');
