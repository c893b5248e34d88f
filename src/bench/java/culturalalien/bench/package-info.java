/**
 * Speed, by JMH: {@code mvn -q test-compile exec:exec -Pbench}. Read {@code NextConceptBenchmark}
 * first.
 */
package culturalalien.bench;
