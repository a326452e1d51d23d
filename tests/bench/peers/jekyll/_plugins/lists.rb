# Pages of ten posts for the site and for each topic, tag and author, and an overview of each kind.
class ListPages < Jekyll::Generator
  SIZE = 10

  def generate(site)
    posts = site.posts.docs.sort_by { |post| [post.date, post.basename] }.reverse
    site.data["newest"] = posts
    pages(site, "/", site.config["title"], posts)
    %w[topic tag author].each do |kind|
      terms = terms_of(posts, kind)
      terms.each { |term, own| pages(site, "/#{kind}/#{slug(term)}/", term, own) }
      overview = terms.map { |term, own| { "term" => term, "count" => own.size, "address" => "/#{kind}/#{slug(term)}/" } }
      page(site, "/#{kind}/", "layout" => "overview", "terms" => overview)
    end
  end

  def terms_of(posts, kind)
    found = Hash.new { |hash, term| hash[term] = [] }
    posts.each { |post| Array(post.data[kind]).each { |term| found[term] << post } }
    found.sort
  end

  def pages(site, base, heading, posts)
    slices = posts.each_slice(SIZE).to_a
    slices.each_with_index do |slice, at|
      page(site, address(base, at), "layout" => "list", "heading" => heading, "slice" => slice,
           "newer" => at.zero? ? nil : address(base, at - 1),
           "older" => at + 1 < slices.size ? address(base, at + 1) : nil)
    end
  end

  def address(base, at)
    at.zero? ? base : "#{base}page/#{at + 1}/"
  end

  def page(site, address, data)
    made = Jekyll::PageWithoutAFile.new(site, site.source, address, "index.html")
    made.data.merge!(data)
    site.pages << made
  end

  def slug(term)
    term.downcase.tr("ø", "o").tr(" ", "-")
  end
end
