package culturalalien.agent;

import culturalalien.agent.Event.Left;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The concepts that a run works with. The artist's own never leave; another leaves when so many of
 * its uses in a row have not made the run newer, or when the pool is too large. Never emptied by
 * itself. Owned by one thread.
 */
final class ConceptPool {

  /** A concept of the pool and how it fared. */
  static final class Member {
    final int number;
    final String name;
    private boolean own;
    private int uses;
    private int misses;

    private Member(int number, String name) {
      this.number = number;
      this.name = name;
    }

    boolean own() {
      return own;
    }

    /** Works of this run that it stands in, since it joined. */
    int uses() {
      return uses;
    }

    /** Its latest uses that did not improve novelty. */
    int misses() {
      return misses;
    }
  }

  private final Map<String, Member> members = new LinkedHashMap<>();

  /** The oldest first. */
  List<Member> members() {
    return List.copyOf(members.values());
  }

  Optional<Member> member(String name) {
    return Optional.ofNullable(members.get(Brief.key(name)));
  }

  /** Another pool with the same concepts, which fare on their own. */
  ConceptPool copy() {
    ConceptPool copy = new ConceptPool();
    members.forEach(
        (key, member) -> {
          Member same = new Member(member.number, member.name);
          same.own = member.own;
          same.uses = member.uses;
          same.misses = member.misses;
          copy.members.put(key, same);
        });
    return copy;
  }

  /** Lets a concept join; one that is there already stays as it is. */
  void add(Event.Named concept) {
    members.putIfAbsent(Brief.key(concept.name()), new Member(concept.number(), concept.name()));
  }

  void remove(String name) {
    members.remove(Brief.key(name));
  }

  /** Makes these, and only these, the artist's own. */
  void own(List<Event.Named> concepts) {
    members.values().forEach(member -> member.own = false);
    for (Event.Named concept : concepts) {
      Member spelled = new Member(concept.number(), concept.name());
      member(concept.name())
          .ifPresent(
              member -> {
                spelled.uses = member.uses;
                spelled.misses = member.misses;
              });
      spelled.own = true;
      members.put(Brief.key(concept.name()), spelled);
    }
  }

  /** Counts a work that was made of some concepts. */
  void used(List<String> concepts, boolean improved) {
    for (String name : concepts) {
      member(name)
          .ifPresent(
              member -> {
                member.uses++;
                member.misses = improved ? 0 : member.misses + 1;
              });
    }
  }

  /**
   * Who should leave now; nobody has left yet.
   *
   * @param patience uses in a row without improvement after which a concept leaves, at least 1
   * @param most concepts that may stay, at least 1
   * @param newest the concept that joined last, which is given a chance; null if none did
   */
  List<Left> leaving(int patience, int most, String newest) {
    List<Left> leaving = new ArrayList<>();
    List<Member> staying = new ArrayList<>(members.values());
    for (Member member : members.values()) {
      if (!member.own && member.misses >= patience && staying.size() > 1) {
        staying.remove(member);
        leaving.add(new Left(member.name, member.misses + " uses in a row brought nothing newer"));
      }
    }
    List<Member> weakest =
        staying.stream()
            .filter(member -> !member.own && !member.name.equals(newest))
            .sorted(Comparator.comparingInt((Member m) -> -m.misses).thenComparingInt(m -> -m.uses))
            .toList();
    int tooMany = Math.min(staying.size() - most, weakest.size());
    for (int i = 0; i < tooMany && staying.size() - i > 1; i++) {
      leaving.add(new Left(weakest.get(i).name, "the pool holds at most " + most));
    }
    return leaving;
  }
}
