/// Words as an address: lower case letters and digits joined by single hyphens.
package enum Slug {
  package static func make(from words: String) -> String {
    var slug = ""
    var isGap = false
    for scalar in words.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isGap, !slug.isEmpty { slug += "-" }
        isGap = false
        slug.unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "’" {
        isGap = true
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
