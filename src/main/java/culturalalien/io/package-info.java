/**
 * Files that are whole or absent, and exceptions as sentences; every other package may use it. Read
 * {@link culturalalien.io.AtomicFiles} first.
 */
package culturalalien.io;
