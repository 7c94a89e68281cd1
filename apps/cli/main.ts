import { Command } from 'commander';

// A placeholder: the commands come with the rooms they speak to.
new Command('fil').description('Fil rouge, from the command line').version('0.1.0').parse();
