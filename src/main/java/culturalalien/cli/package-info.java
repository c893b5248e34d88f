/**
 * The command line, thin: options in, calls to the other packages, text out. Read {@link
 * culturalalien.cli.Main} first, then the command you look for.
 */
package culturalalien.cli;
